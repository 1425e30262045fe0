trigger LeadRoutingRuleTrigger on Lead_Routing_Rule__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new RoutingRuleTriggerHandler().run();
}
