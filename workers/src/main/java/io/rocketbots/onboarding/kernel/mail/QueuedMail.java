package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail about to be sent, as its {@link MailContent} sees it.
 *
 * @param id also the left part of the Message-ID
 * @param about what it tells: one occasion, or several when the template is gathered
 * @param platform whose platform the mail comes from; null is Rocketbots
 */
public record QueuedMail(
        UUID id,
        MailTemplate template,
        Recipient recipient,
        Addressee to,
        @Nullable ResellerId platform,
        List<Occasion> about) {

    /** What one row tells: its case and the ids that were queued with it. */
    public record Occasion(@Nullable ApplicationId application, Map<String, String> ids) {

        /** The id or date queued under that name. */
        public String id(String name) {
            String value = ids.get(name);
            if (value == null) {
                throw new IllegalStateException("The mail was queued without \"" + name + "\".");
            }
            return value;
        }
    }

    /** The id or date queued under that name, for a mail about one occasion. */
    public String id(String name) {
        return about.getFirst().id(name);
    }

    /** The case, for a mail about one. */
    public ApplicationId application() {
        ApplicationId application = about.getFirst().application();
        if (application == null) {
            throw new IllegalStateException("The mail " + id + " is about no case.");
        }
        return application;
    }
}
