trigger PresetTermsTrigger on Preset_Terms__c(
    before insert,
    before update,
    before delete,
    after insert,
    after update,
    after delete,
    after undelete
) {
    new PresetTermsTriggerHandler().run();
}
