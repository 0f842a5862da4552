package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells everybody of a reseller, by mail, and whoever looks at its case, by the timeline, how its offboarding goes. */
@Component
class OffboardingNotices {

    private final Mails mails;
    private final Timeline timeline;

    OffboardingNotices(Mails mails, Timeline timeline) {
        this.mails = mails;
        this.timeline = timeline;
    }

    /** Mails everybody of the reseller what comes once in an offboarding. */
    void mail(MailTemplate template, Reseller reseller, Offboarding about) {
        mail(template, reseller, about, about.id().value().toString());
    }

    /** The same for what comes again and again; once for each occasion. */
    void mail(MailTemplate template, Reseller reseller, Offboarding about, String occasion) {
        reseller.members()
                .forEach(member -> mails.queue(
                        template,
                        reseller.applicationId(),
                        Recipient.account(member.accountId()),
                        occasion,
                        Map.of(
                                OffboardingMails.OFFBOARDING_ID,
                                about.id().value().toString())));
    }

    void tellEverybody(Reseller reseller, String words) {
        timeline.tellEverybody(reseller.applicationId(), Timeline.SYSTEM, words);
    }

    void tellTeam(Reseller reseller, String words) {
        timeline.tellTeam(reseller.applicationId(), Timeline.SYSTEM, words);
    }
}
