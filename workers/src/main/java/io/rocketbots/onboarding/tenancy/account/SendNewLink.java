package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever holds a dead link gets a new one, to the address on file and nowhere else. */
@Component
public class SendNewLink {

    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final PasswordLinkMails links;

    SendNewLink(Accounts accounts, OneTimeTokens tokens, PasswordLinkMails links) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.links = links;
    }

    /** Mails a link that fits the account's state; does nothing for a link that was never made on the platform. */
    @Transactional
    public void send(PlatformId platform, String deadToken, TokenKind kind) {
        tokens.find(deadToken, platform, kind)
                .flatMap(known -> accounts.findById(known.account()))
                .ifPresent(account -> links.send(account, platform));
    }
}
