package io.rocketbots.onboarding.configuration;

import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.admission.introduction.IntroductionTerms;
import io.rocketbots.onboarding.admission.introduction.WorkingCalendar;
import io.rocketbots.onboarding.admission.task.TaskTerms;
import io.rocketbots.onboarding.customer.contact.ContactTerms;
import io.rocketbots.onboarding.customer.invitation.InvitationTerms;
import io.rocketbots.onboarding.customer.space.SpaceTerms;
import io.rocketbots.onboarding.engine.EngineSettings;
import io.rocketbots.onboarding.integration.webhook.WebhookTerms;
import io.rocketbots.onboarding.kernel.mail.MailTerms;
import io.rocketbots.onboarding.launch.domain.DnsSettings;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.lifecycle.offboarding.OffboardingTerms;
import io.rocketbots.onboarding.tenancy.account.SignInTerms;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything that can be set, under {@code onboarding.*}; what is said of a part here is what docs/settings.md says of it.
 *
 * @param baseUrl where people reach the Rocketbots Platform; links in mails begin with it
 * @param hosts every host that is the Rocketbots Platform
 * @param internalPort where proxy and probes ask; never published, 0 for none
 * @param secret signs links that need no sign-in; at least 32 characters
 * @param sampleData whether an empty data directory of local mode is filled with companies in every state, three resellers and a live platform
 * @param rateLimits how often strangers may send the public forms
 * @param signIn what is asked of people who sign in, and how long it counts
 * @param team who reviews, leads and keeps it running
 * @param engine where the engine is
 * @param review how long the parts of a review take
 * @param tasks by when tasks other than reviews and introductions are due
 * @param introduction by when somebody introduces themselves to a new reseller
 * @param calendar the team's working days
 * @param links where Operate, Tasklist and metrics are
 * @param waits how long the process waits for applicant and reseller, and when it reminds them
 * @param domain what may become a reseller's domain and how its record is looked for
 * @param dns whom we ask about it
 * @param space how long things about Spaces take
 * @param offboarding how long a reseller that leaves can come back
 * @param contacts how much may be imported at a time
 * @param mail how mails are sent
 * @param webhooks how webhooks are sent
 * @param invitations how long invitations are good and how many there may be
 */
public record Settings(
        URI baseUrl,
        Set<String> hosts,
        int internalPort,
        String secret,
        boolean sampleData,
        RateLimitSettings rateLimits,
        SignInTerms signIn,
        @DefaultValue TeamSettings team,
        EngineSettings engine,
        ReviewTerms review,
        TaskTerms tasks,
        IntroductionTerms introduction,
        WorkingCalendar calendar,
        @DefaultValue TeamLinks links,
        OnboardingWaits waits,
        DomainTerms domain,
        DnsSettings dns,
        SpaceTerms space,
        OffboardingTerms offboarding,
        ContactTerms contacts,
        MailTerms mail,
        WebhookTerms webhooks,
        InvitationTerms invitations) {

    static final String PREFIX = "onboarding";
}
