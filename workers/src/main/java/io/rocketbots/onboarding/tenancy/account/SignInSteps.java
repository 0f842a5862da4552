package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows what comes after the right password before somebody is signed in. */
@Component
public class SignInSteps {

    private final SecondFactors factors;
    private final SignInTerms terms;
    private final AccessLog log;

    SignInSteps(SecondFactors factors, SignInTerms terms, AccessLog log) {
        this.factors = factors;
        this.terms = terms;
        this.log = log;
    }

    /** What comes after the password. */
    public enum Step {
        /** Nothing: they are signed in. */
        NONE,
        /** A code of the authenticator app. */
        CODE,
        /** There is no app yet, and the account must have one. */
        SET_UP
    }

    public Step after(Account account) {
        if (factors.isSetUp(account.id())) {
            return Step.CODE;
        }
        return mustHaveSecondFactor(account) ? Step.SET_UP : Step.NONE;
    }

    /** Whether no session of the account counts that began with a password alone. */
    public boolean mustHaveSecondFactor(Account account) {
        return terms.teamSecondFactor() && account.roles().isStaff();
    }

    /** All steps are done. */
    @Transactional
    public void signedIn(Account account, PlatformId platform) {
        log.add(AccessLog.What.SIGNED_IN, platform, account.id());
    }
}
