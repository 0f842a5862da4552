package io.rocketbots.onboarding.admission.activation;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.job.StepOvertaken;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes an approved applicant a reseller, once per application: with a new account, or with one that is there. */
@Component
public class CreateAccount {

    /** 130 random bits in base 32. */
    private static final int LABEL_BITS = 130;

    private final Applications applications;
    private final Accounts accounts;
    private final Resellers resellers;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;
    private final SecureRandom random;

    CreateAccount(
            Applications applications,
            Accounts accounts,
            Resellers resellers,
            Outbox outbox,
            Timeline timeline,
            Clock clock,
            SecureRandom random) {
        this.applications = applications;
        this.accounts = accounts;
        this.resellers = resellers;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
        this.random = random;
    }

    /** The reseller with a new account for that email; empty when the email already has one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Reseller> create(Application application, String email) {
        Optional<Reseller> made = resellers.findByApplicationId(application.id());
        if (made.isPresent()) {
            return made;
        }
        if (existing(email).isPresent()) {
            // Its own, when another run of this step has made both since we looked.
            return resellers.findByApplicationId(application.id());
        }
        Account account = accounts.save(Account.invite(
                PlatformId.ROCKETBOTS,
                email,
                application.contact().contactName(),
                Roles.of(Role.RESELLER, Role.USER),
                clock.instant()));
        return Optional.of(becomeReseller(application, account, "Reseller account created."));
    }

    /** The reseller with the account that has the application's email already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reseller link(Application application) {
        Optional<Reseller> made = resellers.findByApplicationId(application.id());
        if (made.isPresent()) {
            return made.get();
        }
        Account account = existing(application.contact().email())
                .orElseThrow(
                        () -> new IllegalStateException("Application %s cannot be linked: its email has no account."
                                .formatted(application.id().value())));
        Optional<Reseller> owner = resellers.findPresentByAccountId(account.id());
        if (owner.isPresent()) {
            return owner.filter(own -> own.applicationId().equals(application.id()))
                    .orElseThrow(() -> new IllegalStateException(
                            "Application %s cannot be linked: the account already belongs to reseller %s."
                                    .formatted(
                                            application.id().value(),
                                            owner.get().id().value())));
        }
        return becomeReseller(
                application, accounts.save(account.becomeReseller()), "Existing account became a reseller account.");
    }

    private Optional<Account> existing(String email) {
        return accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, Account.canonical(email));
    }

    /**
     * A case that is being cancelled gets no reseller: the engine is about to take this step back, and what ends the case
     * may have run already. The version tells who was first.
     */
    private Reseller becomeReseller(Application application, Account account, String milestone) {
        if (application.state() == ApplicationState.CANCELLING) {
            throw new StepOvertaken("Application %s is being cancelled and gets no account."
                    .formatted(application.id().value()));
        }
        if (application.state() != ApplicationState.APPROVED) {
            throw new IllegalStateException("Application %s is %s and gets no account."
                    .formatted(application.id().value(), application.state()));
        }
        applications.save(application);
        Reseller reseller = resellers.save(Reseller.create(
                application.id(),
                account.id(),
                application.company().companyName(),
                new BigInteger(LABEL_BITS, random).setBit(LABEL_BITS - 1).toString(32),
                clock.instant()));
        outbox.put(
                MessageTypes.ACCOUNT_CREATED,
                application.id().value(),
                reseller.id().value().toString(),
                new ForCase(application.id().value(), reseller.id().value()));
        timeline.tellEverybody(application.id(), Timeline.TEAM, "Application approved.");
        timeline.tellEverybody(application.id(), Timeline.SYSTEM, milestone);
        return reseller;
    }
}
