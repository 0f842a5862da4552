package io.rocketbots.onboarding.lifecycle.suspension;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.lifecycle.golive.OpenToCustomers;
import io.rocketbots.onboarding.lifecycle.suspension.Suspensions.Actor;
import io.rocketbots.onboarding.lifecycle.suspension.Suspensions.What;
import io.rocketbots.onboarding.tenancy.platform.PlatformSessions;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a reseller's platform at once, corrects what was said about it, and opens it again. What depends on it asks for
 * {@link ResellerState#isClosedForNow()}: pages, invitations, provisionings and mails of the platform wait; the domain
 * and its certificate stay, since the notice must be served.
 */
@Component
public class SuspendReseller {

    private final Resellers resellers;
    private final Suspensions suspensions;
    private final PlatformSessions sessions;
    private final OpenToCustomers openToCustomers;
    private final Mails mails;
    private final Timeline timeline;

    SuspendReseller(
            Resellers resellers,
            Suspensions suspensions,
            PlatformSessions sessions,
            OpenToCustomers openToCustomers,
            Mails mails,
            Timeline timeline) {
        this.resellers = resellers;
        this.suspensions = suspensions;
        this.sessions = sessions;
        this.openToCustomers = openToCustomers;
        this.mails = mails;
        this.timeline = timeline;
    }

    /** The reseller is in a state in which that cannot be done. */
    public static final class NotNow extends RuntimeException {
        NotNow(Reseller reseller) {
            super("Reseller %s is %s, so this cannot be done."
                    .formatted(reseller.id().value(), reseller.state()));
        }
    }

    /** Everybody on the platform is out from now on; {@link NotNow} unless it is live. */
    @Transactional
    public void suspend(ResellerId id, SuspensionDraft why, Actor by) {
        Reseller reseller = resellers.get(id);
        if (reseller.state() != ResellerState.LIVE) {
            throw new NotNow(reseller);
        }
        SuspensionCategory category = why.checkedCategory();
        resellers.save(reseller.suspend());
        sessions.endAll(id);
        UUID entry = suspensions.add(id, What.SUSPENDED, category, why.reason(), by);
        timeline.tellEverybody(reseller.applicationId(), Timeline.TEAM, "The Reseller Platform has been suspended.");
        timeline.tellTeam(
                reseller.applicationId(),
                by.name(),
                "Suspended (%s): %s".formatted(category.label().toLowerCase(Locale.ROOT), why.reason()));
        tell(reseller, MailTemplate.RESELLER_SUSPENDED, entry);
    }

    /** Puts right what stands as the reason of the suspension, which goes on; {@link NotNow} when there is none. */
    @Transactional
    public void correct(ResellerId id, SuspensionDraft why, Actor by) {
        Reseller reseller = resellers.get(id);
        if (reseller.state() != ResellerState.SUSPENDED) {
            throw new NotNow(reseller);
        }
        SuspensionCategory category = why.checkedCategory();
        resellers.save(reseller);
        suspensions.add(id, What.CORRECTED, category, why.reason(), by);
        timeline.tellTeam(
                reseller.applicationId(),
                by.name(),
                "Corrected the reason of the suspension (%s): %s"
                        .formatted(category.label().toLowerCase(Locale.ROOT), why.reason()));
    }

    /** Opens the platform again; {@link NotNow} unless it is suspended. */
    @Transactional
    public void resume(ResellerId id, Actor by) {
        Reseller reseller = resellers.get(id);
        if (reseller.state() != ResellerState.SUSPENDED) {
            throw new NotNow(reseller);
        }
        resellers.save(reseller.resume());
        openToCustomers.reopen(id);
        UUID entry = suspensions.add(id, What.RESUMED, null, null, by);
        timeline.tellEverybody(reseller.applicationId(), Timeline.TEAM, "The Reseller Platform is open again.");
        timeline.tellTeam(reseller.applicationId(), by.name(), "Resumed.");
        tell(reseller, MailTemplate.RESELLER_RESUMED, entry);
    }

    private void tell(Reseller reseller, MailTemplate template, UUID entry) {
        reseller.members()
                .forEach(member -> mails.queue(
                        template,
                        reseller.applicationId(),
                        Recipient.account(member.accountId()),
                        entry.toString(),
                        Map.of()));
    }
}
