package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about a reseller's domain say. */
@Configuration
class DomainMails {

    private final CustomDomains domains;
    private final DomainChecks checks;
    private final DomainRecords records;
    private final DomainRequests requests;
    private final Resellers resellers;
    private final Accounts accounts;
    private final Tasks tasks;
    private final TaskDecisions decisions;

    DomainMails(
            CustomDomains domains,
            DomainChecks checks,
            DomainRecords records,
            DomainRequests requests,
            Resellers resellers,
            Accounts accounts,
            Tasks tasks,
            TaskDecisions decisions) {
        this.domains = domains;
        this.checks = checks;
        this.records = records;
        this.requests = requests;
        this.resellers = resellers;
        this.accounts = accounts;
        this.tasks = tasks;
        this.decisions = decisions;
    }

    /** Of no use once the reseller has asked for one; not for those who want no reminders. */
    @Bean
    MailContent domainRequestReminder() {
        return MailContent.of(
                MailTemplate.DOMAIN_REQUEST_REMINDER,
                mail -> resellers
                        .findByApplicationId(mail.application())
                        .filter(reseller -> domains.currentOf(reseller.id()).isEmpty())
                        .filter(reseller -> accounts.wantsReminders(reseller.accountId()))
                        .flatMap(reseller -> requests.deadlineOf(mail.application()))
                        .map(requestBy -> Map.<String, Object>of("requestBy", requestBy)));
    }

    /** What DNS says at the time of sending; of no use once the record was found. */
    @Bean
    MailContent domainDiagnosis() {
        return MailContent.of(MailTemplate.DOMAIN_DIAGNOSIS, mail -> {
            CustomDomain domain = domainIn(mail);
            return domain.state() == DomainState.WAITING
                    ? checks.latest(domain).map(check -> diagnosis(domain, check))
                    : Optional.empty();
        });
    }

    private Map<String, Object> diagnosis(CustomDomain domain, DomainCheck check) {
        Advice advice = Advice.on(check.diagnosis(), domain.domainName(), domain.targetName());
        DomainRecords.Records toSet = records.of(domain);
        return Map.of(
                "domain",
                domain.name(),
                "records",
                fields(toSet.needed()),
                "instead",
                fields(toSet.instead()),
                "diagnosis",
                advice.what() + " " + advice.toDo(),
                "yourTurn",
                advice.actor() == Diagnosis.Actor.YOU,
                "checkedAt",
                check.at());
    }

    @Bean
    MailContent domainHelp() {
        return MailContent.of(
                MailTemplate.DOMAIN_HELP,
                mail -> Optional.of(
                        Map.<String, Object>of("domain", domainIn(mail).name(), "message", teamsWord(mail))));
    }

    /** A reseller whose platform is live stays where it is; without a platform there is a time to ask for another. */
    @Bean
    MailContent domainGivenUp() {
        return MailContent.of(MailTemplate.DOMAIN_GIVEN_UP, mail -> {
            CustomDomain domain = domainIn(mail);
            Optional<String> present = domains.currentOf(domain.resellerId())
                    .filter(current -> current.liveAt() != null)
                    .map(CustomDomain::name);
            Optional<Instant> requestBy =
                    present.isPresent() ? Optional.empty() : requests.deadlineOf(mail.application());
            return present.isEmpty() && requestBy.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Map.<String, Object>of(
                            "domain",
                            domain.name(),
                            "message",
                            teamsWord(mail),
                            "present",
                            present.orElse(""),
                            "requestBy",
                            requestBy.<Object>map(at -> at).orElse("")));
        });
    }

    /** Of no use once the record is right again, or the domain was suspended. */
    @Bean
    MailContent domainBroken() {
        return MailContent.of(MailTemplate.DOMAIN_BROKEN, mail -> {
            CustomDomain domain = domainIn(mail);
            return domain.state() == DomainState.BROKEN
                    ? watched(
                            domain,
                            Map.of(
                                    "suspendAt",
                                    Objects.requireNonNull(domain.watch().suspendAt())))
                    : Optional.empty();
        });
    }

    @Bean
    MailContent domainSuspended() {
        return MailContent.of(MailTemplate.DOMAIN_SUSPENDED, mail -> {
            CustomDomain domain = domainIn(mail);
            return domain.state() == DomainState.SUSPENDED ? watched(domain, Map.of()) : Optional.empty();
        });
    }

    @Bean
    MailContent domainRepaired() {
        return MailContent.of(MailTemplate.DOMAIN_REPAIRED, mail -> {
            CustomDomain domain = domainIn(mail);
            return domain.state() == DomainState.LIVE
                    ? Optional.of(Map.<String, Object>of("domain", domain.name()))
                    : Optional.empty();
        });
    }

    @Bean
    MailContent domainClaimed() {
        return MailContent.of(
                MailTemplate.DOMAIN_CLAIMED,
                mail -> Optional.of(
                        Map.<String, Object>of("domain", domainIn(mail).name())));
    }

    /** Of no use once the records were changed. */
    @Bean
    MailContent domainAddressOutdated() {
        return MailContent.of(MailTemplate.DOMAIN_ADDRESS_OUTDATED, mail -> {
            CustomDomain domain = domainIn(mail);
            return checks.latestAnswered(domain)
                    .map(DomainCheck::warning)
                    .filter(warning -> warning.kind() == Diagnosis.Kind.ADDRESS_OUTDATED)
                    .map(warning -> {
                        DomainRecords.Records toSet = records.of(domain);
                        return Map.of(
                                "domain",
                                domain.name(),
                                "outdated",
                                String.join(", ", warning.seen()),
                                "records",
                                fields(List.of(toSet.main())),
                                "instead",
                                fields(toSet.instead()));
                    });
        });
    }

    private static List<Map<String, String>> fields(List<RecordToSet> records) {
        return records.stream()
                .map(record -> Map.of("type", record.type(), "name", record.name(), "value", record.value()))
                .toList();
    }

    /** What the last look at the domain saw. */
    private Optional<Map<String, Object>> watched(CustomDomain domain, Map<String, Object> more) {
        return checks.latest(domain).map(check -> {
            Advice advice = Advice.on(check.diagnosis(), domain.domainName(), domain.targetName());
            Map<String, Object> fields = new HashMap<>(more);
            fields.put("domain", domain.name());
            DomainRecords.Records toSet = records.of(domain);
            fields.put("records", fields(toSet.needed()));
            fields.put("instead", fields(toSet.instead()));
            fields.put("diagnosis", advice.what() + " " + advice.toDo());
            return fields;
        });
    }

    private CustomDomain domainIn(QueuedMail mail) {
        return domains.get(new DomainId(UUID.fromString(mail.id("domainId"))));
    }

    /** What the team wrote to the reseller when it decided. */
    private String teamsWord(QueuedMail mail) {
        return tasks.findFirstByKindAndBusinessIdOrderByRoundDesc(
                        TaskKind.DOMAIN_HELP, domainIn(mail).id().value())
                .flatMap(task -> decisions.findById(task.id()))
                .flatMap(decision -> decision.field("message"))
                .orElse("");
    }
}
