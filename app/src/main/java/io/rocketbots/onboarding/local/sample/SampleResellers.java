package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.admission.activation.ActivateAccount;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.SetPassword;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings approved companies to their Reseller Modules. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleResellers {

    private final Resellers resellers;
    private final Accounts accounts;
    private final ActivateAccount activateAccount;
    private final SampleLetters letters;
    private final Patience patience;

    SampleResellers(
            Resellers resellers,
            Accounts accounts,
            ActivateAccount activateAccount,
            SampleLetters letters,
            Patience patience) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.activateAccount = activateAccount;
        this.letters = letters;
        this.patience = patience;
    }

    /** Sets the password of all sample accounts through the link in the welcome mail. */
    Reseller activate(ApplicationId application) {
        Reseller reseller = patience.await(
                "the reseller of application " + application.value(), () -> resellers.findByApplicationId(application));
        Account account = owner(reseller);
        if (!account.isActive()) {
            String token = letters.awaitToken(account.email(), "/activate/");
            if (!(activateAccount.activate(PlatformId.ROCKETBOTS, token, SampleAccounts.PASSWORD)
                    instanceof SetPassword.Done)) {
                throw new IllegalStateException("The link in the mail to " + account.email() + " set no password.");
            }
        }
        return reseller;
    }

    /** The account that the reseller signs in with. */
    Account owner(Reseller reseller) {
        return accounts.get(reseller.accountId());
    }
}
