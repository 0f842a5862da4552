package io.rocketbots.onboarding.admission.activation;

import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.SetFirstPassword;
import io.rocketbots.onboarding.tenancy.account.SetPassword;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner of an invited account sets the first password, and the process that waits for it goes on. */
@Component
public class ActivateAccount {

    private final SetFirstPassword setFirstPassword;
    private final Resellers resellers;
    private final Outbox outbox;
    private final SettleDecision settle;
    private final Timeline timeline;

    ActivateAccount(
            SetFirstPassword setFirstPassword,
            Resellers resellers,
            Outbox outbox,
            SettleDecision settle,
            Timeline timeline) {
        this.setFirstPassword = setFirstPassword;
        this.resellers = resellers;
        this.outbox = outbox;
        this.settle = settle;
        this.timeline = timeline;
    }

    /** The account whose password the link would set; empty when the link is dead. */
    public Optional<Account> show(PlatformId platform, String token) {
        return setFirstPassword.show(platform, token);
    }

    /** Sets the password that the owner chose. */
    @Transactional
    public SetPassword activate(PlatformId platform, String token, String password) {
        SetPassword result = setFirstPassword.set(platform, token, password);
        if (result instanceof SetPassword.Done(Account active)) {
            tellProcess(active);
        }
        return result;
    }

    private void tellProcess(Account account) {
        resellers.findPresentByAccountId(account.id()).ifPresent(reseller -> {
            outbox.put(
                    MessageTypes.ACCOUNT_ACTIVATED,
                    reseller.applicationId().value(),
                    reseller.applicationId().value().toString(),
                    new Nothing());
            settle.closeCall(reseller.applicationId(), "activation");
            timeline.tellEverybody(reseller.applicationId(), account.name(), "Account activated.");
        });
    }
}
