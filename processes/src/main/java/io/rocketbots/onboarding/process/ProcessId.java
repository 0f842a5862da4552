package io.rocketbots.onboarding.process;

import java.util.Arrays;
import java.util.Optional;

/** The executable processes, one model file each, named like the file. */
public enum ProcessId {
    RESELLER_ONBOARDING("reseller-onboarding", "applicationId"),
    RESELLER_CALL("reseller-call", "applicationId"),
    RESELLER_INTRODUCTION("reseller-introduction", "resellerId"),
    DOMAIN_SETUP("domain-setup", "domainId"),
    DOMAIN_WATCH("domain-watch", "domainId"),
    SPACE_PROVISIONING("space-provisioning", "spaceId"),
    USER_INVITATION("user-invitation", "invitationId"),
    RESELLER_OFFBOARDING("reseller-offboarding", "offboardingId");

    private final String id;
    private final String subject;

    ProcessId(String id, String subject) {
        this.id = id;
        this.subject = subject;
    }

    /** The BPMN process id, as Operate shows it. */
    public String id() {
        return id;
    }

    /** The variable that holds the business id of what an instance is about. */
    public String subject() {
        return subject;
    }

    /** Empty for a process that is none of ours. */
    public static Optional<ProcessId> find(String id) {
        return Arrays.stream(values()).filter(process -> process.id.equals(id)).findFirst();
    }
}
