trigger SubscriberSignalTrigger on Subscriber_Signal__e(after insert) {
    new SubscriberSignalTriggerHandler().run();
}
