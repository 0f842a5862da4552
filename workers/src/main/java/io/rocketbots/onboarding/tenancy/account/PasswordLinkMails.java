package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails an owner a link that sets the password: at most three an hour, whoever asks and from wherever, so that nobody's
 * mailbox is filled. Who asks for more gets the same answer, and the links that were mailed stay good.
 */
@Component
class PasswordLinkMails {

    static final int MOST = 3;
    static final Duration WITHIN = Duration.ofHours(1);

    private static final Set<MailTemplate> LINKS = Set.of(MailTemplate.ACTIVATION_LINK, MailTemplate.PASSWORD_RESET);

    private final Mails mails;
    private final JdbcClient jdbc;
    private final Clock clock;

    PasswordLinkMails(Mails mails, JdbcClient jdbc, Clock clock) {
        this.mails = mails;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A link that fits the account's state: to set the first password, or a new one. */
    void send(Account account, PlatformId platform) {
        MailTemplate template = switch (account.state()) {
            case INVITED -> MailTemplate.ACTIVATION_LINK;
            case ACTIVE -> MailTemplate.PASSWORD_RESET;
            case DISABLED -> null;
        };
        if (template != null && mayHaveAnother(account.id())) {
            mails.queueForAccount(
                    platform.reseller().orElse(null),
                    template,
                    account.id(),
                    UUID.randomUUID().toString(),
                    Map.of());
        }
    }

    /** One at a time for an account, so that two do not both see that there were two. */
    private boolean mayHaveAnother(AccountId account) {
        jdbc.sql("SELECT id FROM account WHERE id = :id FOR UPDATE")
                .param("id", account.value())
                .query(UUID.class)
                .single();
        Instant since = clock.instant().minus(WITHIN);
        return mails.countForAccount(account, LINKS, since) < MOST;
    }
}
