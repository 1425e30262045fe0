trigger HostileLeadTrigger on Lead(before insert, after insert) {
    new HostileAutomation().run(Trigger.new);
}
