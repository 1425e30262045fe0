trigger ScheduledChangeTrigger on Scheduled_Change__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new ScheduledChangeTriggerHandler().run();
}
