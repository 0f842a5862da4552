package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the steps of an offboarding do to a reseller. Each does it once, however often it is told to, and none does
 * anything to a reseller that has decided to stay.
 */
@Component
public class OffboardingLifecycle {

    private final Offboardings offboardings;
    private final Resellers resellers;
    private final LeavingPlatform platform;
    private final SettleDecision settle;
    private final ObjectProvider<EndsWithReseller> endings;
    private final OffboardingNotices notices;
    private final OffboardingTerms terms;
    private final Clock clock;

    OffboardingLifecycle(
            Offboardings offboardings,
            Resellers resellers,
            LeavingPlatform platform,
            SettleDecision settle,
            ObjectProvider<EndsWithReseller> endings,
            OffboardingNotices notices,
            OffboardingTerms terms,
            Clock clock) {
        this.offboardings = offboardings;
        this.resellers = resellers;
        this.platform = platform;
        this.settle = settle;
        this.endings = endings;
        this.notices = notices;
        this.terms = terms;
        this.clock = clock;
    }

    /** Closes the platform and begins the grace period; returns when that ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant suspend(OffboardingId id) {
        Offboarding offboarding = offboardings.lock(id);
        Instant endsAt = clock.instant().plus(terms.grace());
        if (offboarding.state() != OffboardingState.REQUESTED) {
            return offboarding.graceEndsAt() == null ? endsAt : offboarding.graceEndsAt();
        }
        Reseller reseller = resellers.lock(offboarding.resellerId());
        Offboarding begun = offboardings.save(offboarding.beginGrace(reseller.state(), endsAt));
        resellers.save(reseller.startOffboarding());
        platform.close(reseller.id());
        notices.tellEverybody(reseller, "The Reseller Platform is closed and about to end.");
        notices.mail(MailTemplate.OFFBOARDING_STARTED, reseller, begun);
        return endsAt;
    }

    /** Keeps the domain as it is; false when the reseller has decided to stay meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean park(OffboardingId id) {
        Offboarding offboarding = offboardings.lock(id);
        if (offboarding.state() == OffboardingState.GRACE) {
            platform.park(offboarding.resellerId());
        }
        return offboarding.state() != OffboardingState.WITHDRAWN;
    }

    /** Reminds the reseller of the end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remind(OffboardingId id, String occasion) {
        Offboarding offboarding = offboardings.lock(id);
        if (offboarding.state() == OffboardingState.GRACE) {
            Reseller reseller = resellers.get(offboarding.resellerId());
            notices.mail(MailTemplate.OFFBOARDING_REMINDER, reseller, offboarding, occasion);
        }
    }

    /** Nobody confirmed it: all stays as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(OffboardingId id) {
        Offboarding offboarding = offboardings.lock(id);
        if (offboarding.state() == OffboardingState.WITHDRAWN) {
            restore(id);
            return;
        }
        if (offboarding.state() != OffboardingState.REQUESTED) {
            return;
        }
        Offboarding kept = offboardings.save(offboarding.keep(clock.instant()));
        Reseller reseller = resellers.get(offboarding.resellerId());
        notices.tellTeam(reseller, "The offboarding was not confirmed.");
        if (kept.byReseller()) {
            notices.mail(MailTemplate.OFFBOARDING_NOT_CONFIRMED, reseller, kept);
        }
    }

    /** Makes everything what it was before; what could not go on meanwhile goes on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restore(OffboardingId id) {
        Offboarding offboarding = offboardings.lock(id);
        if (offboarding.state() != OffboardingState.WITHDRAWN) {
            return;
        }
        Reseller reseller = resellers.lock(offboarding.resellerId());
        boolean wasClosed = reseller.state() == ResellerState.OFFBOARDING;
        if (wasClosed) {
            platform.reopen(resellers.save(reseller.stay(offboarding.stateBefore())));
        }
        settle.close(offboarding.applicationId(), TaskKind.OFFBOARDING);
        Offboarding restored = offboardings.save(offboarding.restore(clock.instant()));
        notices.tellEverybody(
                reseller, wasClosed ? "The reseller stays; everything is as it was." : "The reseller stays.");
        if (wasClosed || restored.byReseller()) {
            notices.mail(MailTemplate.OFFBOARDING_WITHDRAWN, reseller, restored);
        }
    }

    /**
     * Ends everything for good; false when the reseller has decided to stay at the last moment.
     *
     * <p>What stays of it stays on purpose: the company with its case, timeline, decisions and suspensions, since the team
     * answers for them; brand and logos, which mails that are still under way wear; the names of its Spaces, whose contacts
     * and imports are deleted after the usual time; the closed accounts, which those entries name and which nobody can
     * enter; the names of revoked API keys; and its domains, so that nobody claims one without a fresh proof.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean archive(OffboardingId id) {
        Offboarding offboarding = offboardings.lock(id);
        if (offboarding.state() != OffboardingState.GRACE) {
            return offboarding.state() != OffboardingState.WITHDRAWN;
        }
        Reseller reseller = resellers.lock(offboarding.resellerId());
        settle.close(reseller.applicationId());
        endings.forEach(ending -> ending.end(reseller));
        resellers.save(reseller.close());
        Offboarding archived = offboardings.save(offboarding.archive(clock.instant()));
        notices.tellEverybody(reseller, "The reseller has left the program.");
        notices.mail(MailTemplate.RESELLER_ARCHIVED, reseller, archived);
        return true;
    }
}
