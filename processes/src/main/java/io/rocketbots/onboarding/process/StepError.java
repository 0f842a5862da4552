package io.rocketbots.onboarding.process;

/** The modelled business errors: each is the code of a BPMN error with a path of its own. */
public enum StepError {
    /** This case is already run by another process instance. */
    DUPLICATE_START,
    /** The applicant's email already owns a Rocketbots account. */
    ACCOUNT_EXISTS,
    /** The account that was to be linked belongs to another reseller by now, or is gone. */
    ACCOUNT_IN_USE,
    /** The domain was changed after its CNAME record had been found, so it must be looked for again. */
    DOMAIN_CHANGED,
    /** The reseller gets no new Spaces at present. */
    RESELLER_SUSPENDED,
    /** Another Space of the platform has the name. */
    SPACE_NAME_TAKEN,
    /** The reseller stays after all, and the message that says so is on its way. */
    OFFBOARDING_WITHDRAWN
}
