trigger LicenseTrigger on License__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new LicenseTriggerHandler().run();
}
