trigger SubscriberOrgTrigger on Subscriber_Org__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new SubscriberOrgTriggerHandler().run();
}
