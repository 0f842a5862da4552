package io.rocketbots.onboarding.process;

/** The executable processes, one model file each, named like the file. */
public enum ProcessId {
    RESELLER_ONBOARDING("reseller-onboarding"),
    RESELLER_CALL("reseller-call"),
    RESELLER_INTRODUCTION("reseller-introduction"),
    DOMAIN_SETUP("domain-setup"),
    DOMAIN_WATCH("domain-watch"),
    SPACE_PROVISIONING("space-provisioning"),
    USER_INVITATION("user-invitation"),
    RESELLER_OFFBOARDING("reseller-offboarding");

    private final String id;

    ProcessId(String id) {
        this.id = id;
    }

    /** The BPMN process id, as Operate shows it. */
    public String id() {
        return id;
    }
}
