package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about changes in a reseller's team say. */
@Configuration(proxyBeanMethods = false)
class TeamMails {

    static final String RESELLER = "resellerId";
    static final String OTHER = "otherAccountId";

    private final Resellers resellers;
    private final Accounts accounts;

    TeamMails(Resellers resellers, Accounts accounts) {
        this.resellers = resellers;
        this.accounts = accounts;
    }

    @Bean
    MailContent memberRemovedMail() {
        return MailContent.of(MailTemplate.MEMBER_REMOVED, mail -> Optional.of(Map.of("company", companyOf(mail))));
    }

    @Bean
    MailContent ownershipReceivedMail() {
        return MailContent.of(
                MailTemplate.OWNERSHIP_RECEIVED,
                mail -> Optional.of(Map.of("company", companyOf(mail), "former", otherOf(mail))));
    }

    @Bean
    MailContent ownershipTransferredMail() {
        return MailContent.of(
                MailTemplate.OWNERSHIP_TRANSFERRED,
                mail -> Optional.of(Map.of("company", companyOf(mail), "owner", otherOf(mail))));
    }

    private String companyOf(QueuedMail mail) {
        return resellers.get(new ResellerId(UUID.fromString(mail.id(RESELLER)))).companyName();
    }

    private String otherOf(QueuedMail mail) {
        return accounts.get(new AccountId(UUID.fromString(mail.id(OTHER)))).name();
    }
}
