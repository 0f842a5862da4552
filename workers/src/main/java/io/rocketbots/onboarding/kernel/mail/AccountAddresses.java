package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.AccountId;
import java.util.Optional;

/** Where mails to owners of accounts go; the accounts know. */
public interface AccountAddresses {

    /** Empty when there is no such account, or it is disabled. */
    Optional<Addressee> of(AccountId account);

    /** Where the owner is reached though the account may be disabled; empty when there is no such account. */
    Optional<Addressee> ofOwner(AccountId account);

    /** Replaces the account's email; throws {@link AddressTaken} when another account of the platform has it. */
    void correct(AccountId account, String email);
}
