trigger PackageVersionTrigger on Package_Version__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new PackageVersionTriggerHandler().run();
}
