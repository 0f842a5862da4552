package io.rocketbots.onboarding.tenancy.account;

/** How setting a password ended. */
public sealed interface SetPassword {

    /** The password is set. */
    record Done(Account account) implements SetPassword {}

    /** The password is not taken; the link stays good. */
    record Refused(PasswordRules.Problem problem) implements SetPassword {}

    /** The link was used, is too old, was replaced or never existed here. */
    record DeadLink() implements SetPassword {}
}
