trigger LeadTrigger on Lead(after update, after delete) {
    new LeadTriggerHandler().run();
}
