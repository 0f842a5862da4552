package io.rocketbots.onboarding.kernel.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up people and what each mail would tell them. */
final class EveryMail {

    static final MailTerms TERMS = new MailTerms(
            URI.create("https://rocketbots.example"),
            "mail.platform-post.example",
            "partners@rocketbots.example",
            Duration.ofMinutes(30),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofSeconds(5),
            Duration.ofHours(1));

    static final MailBrand ACME = new MailBrand(
            "Acme Chat",
            "#7A1FA2",
            "#FFFFFF",
            URI.create("https://chat.acme.example/brand/logo"),
            "help@acme.example",
            URI.create("https://chat.acme.example"));

    static final Addressee NOBODY_PROVEN = new Addressee("", "ada@acme.example");
    static final Addressee ADA = new Addressee("Ada Example", "ada@acme.example");
    private static final String COMPANY = "Acme Messaging GmbH";
    private static final String QUESTION =
            "How many of your customers would start with you?\nAnd who would support them?";
    private static final String TASK = "6e0d8a52-41c6-4a0e-9c37-0f6b1d3c2a11";
    private static final String CASE = "1f6f9f3a-7a3d-4d0e-8a55-b0d8b7c9e102";
    private static final String TOKEN = "kJ3vQm0Zr8";
    private static final Instant SOON = Instant.parse("2026-03-05T14:30:00Z");
    private static final Instant LATER = Instant.parse("2026-04-01T09:00:00Z");

    private static final String TARGET = "k7q2m9.edge.platform-post.example";

    private EveryMail() {}

    private static Map<String, String> cname() {
        return record("CNAME", "chat.acme.example", TARGET);
    }

    private static Map<String, String> record(String type, String name, String value) {
        return Map.of("type", type, "name", name, "value", value);
    }

    /** Null is Rocketbots. */
    static @Nullable MailBrand brandOf(MailTemplate template) {
        return switch (template) {
            case PLATFORM_LIVE, PASSWORD_RESET, INVITATION, INVITATION_REMINDER, INVITATION_UNDELIVERABLE -> ACME;
            default -> null;
        };
    }

    static Map<String, Object> fieldsOf(MailTemplate template) {
        return switch (template) {
            case APPLICATION_RECEIVED -> Map.of("progressToken", TOKEN, "reviewedBy", SOON);
            case APPLICATION_LINK, APPLICATION_TAKES_LONGER -> Map.of("progressToken", TOKEN);
            case INFORMATION_REQUESTED ->
                Map.of(
                        "progressToken", TOKEN,
                        "question", QUESTION,
                        "answerBy", LATER,
                        "answered", false);
            case INFORMATION_REMINDER -> Map.of("progressToken", TOKEN, "question", QUESTION, "answerBy", LATER);
            case APPLICATION_WITHDRAWN_UNANSWERED, APPLICATION_WITHDRAWN -> Map.of();
            case ONBOARDING_CANCELLED -> Map.of("company", COMPANY);
            case WEBHOOK_SWITCHED_OFF -> Map.of("url", "https://hooks.acme.example/events?a=b&c");
            case SPACE_WITHOUT_OWNER -> Map.of("space", "Bakery & Sons");
            case APPLICATION_REJECTED ->
                Map.of("reason", "We work with one partner in <your> region & have one already.");
            case APPLICATION_CANCELLED_BY_TEAM, ONBOARDING_CANCELLED_BY_TEAM ->
                Map.of("reason", "You told us on the phone that you do not <start> this year.\nCall us when you do!");
            case WELCOME ->
                Map.of(
                        "message", "I look forward to seeing what you build!",
                        "activationToken", TOKEN,
                        "validUntil", LATER);
            case WELCOME_EXISTING_ACCOUNT -> Map.of("message", "");
            case ACTIVATION_REMINDER -> Map.of("activationToken", TOKEN, "validUntil", LATER);
            case ACTIVATION_LINK, TEAM_ACCOUNT -> Map.of("activationToken", TOKEN, "validUntil", LATER);
            case PASSWORD_RESET -> Map.of("resetToken", TOKEN, "validUntil", SOON);
            case PASSWORD_CHANGED -> Map.of("changedAt", SOON);
            case SECOND_FACTOR_SET_UP -> Map.of("at", SOON);
            case SECOND_FACTOR_TURNED_OFF -> Map.of("at", SOON, "byTeam", false);
            case RECOVERY_CODE_USED -> Map.of("at", SOON, "codesLeft", 9);
            case BRANDING_REMINDER -> Map.of("missing", List.of("Brand Theme Color", "White Logo"));
            case DOMAIN_REQUEST_REMINDER -> Map.of("requestBy", LATER);
            case DOMAIN_DIAGNOSIS ->
                Map.of(
                        "domain",
                        "chat.acme.example",
                        "records",
                        List.of(
                                cname(),
                                record("TXT", "_domain-challenge.chat.acme.example", "Vt3Jc0sUq8yG1nXbZ4mA2w")),
                        "instead",
                        List.of(),
                        "diagnosis",
                        "chat.acme.example points to shop.example instead of your platform.",
                        "yourTurn",
                        true,
                        "checkedAt",
                        SOON);
            case DOMAIN_HELP ->
                Map.of(
                        "domain", "chat.acme.example",
                        "message", "Please switch the orange cloud off for this record.");
            case DOMAIN_GIVEN_UP ->
                Map.of("domain", "chat.acme.example", "message", "", "present", "", "requestBy", LATER);
            case DOMAIN_BROKEN ->
                Map.of(
                        "domain",
                        "chat.acme.example",
                        "records",
                        List.of(cname()),
                        "instead",
                        List.of(),
                        "diagnosis",
                        "The CNAME record of chat.acme.example leads to shops.other.example instead of"
                                + " k3v9.edge.example. Change the value of this record to k3v9.edge.example.",
                        "suspendAt",
                        LATER);
            case DOMAIN_SUSPENDED ->
                Map.of(
                        "domain",
                        "chat.acme.example",
                        "records",
                        List.of(cname()),
                        "instead",
                        List.of(),
                        "diagnosis",
                        "There is no record for chat.acme.example yet. Add the CNAME record.");
            case DOMAIN_ADDRESS_OUTDATED ->
                Map.of(
                        "domain",
                        "acme.example",
                        "outdated",
                        "A 192.0.2.10",
                        "records",
                        List.of(record("ALIAS, ANAME or flattened CNAME", "acme.example", TARGET)),
                        "instead",
                        List.of(
                                record("A", "acme.example", "203.0.113.10"),
                                record("AAAA", "acme.example", "2001:db8::10")));
            case DOMAIN_REPAIRED, DOMAIN_CLAIMED -> Map.of("domain", "chat.acme.example");
            case PLATFORM_LIVE -> Map.of("domain", "chat.acme.example");
            case INTRODUCTION_MADE ->
                Map.of(
                        "contactPerson", "Lena Sample",
                        "contactEmail", "lena@rocketbots.example",
                        "contactLink", "",
                        "note", "Call me whenever something is unclear.");
            case ONBOARDING_CLOSED -> Map.of("reason", "No domain was chosen within 90 days.");
            case RESELLER_SUSPENDED ->
                Map.of("company", COMPANY, "category", "Unpaid", "reason", "Invoice 2026-017 has not been paid.");
            case INVITATION, INVITATION_REMINDER ->
                Map.of(
                        "inviter", "Bruno Baker",
                        "space", "Bakery & Söhne",
                        "domain", "chat.acme.example",
                        "invitationToken", TOKEN,
                        "validUntil", LATER);
            case TEAM_INVITATION, TEAM_INVITATION_REMINDER ->
                Map.of("inviter", "Bruno Baker", "company", COMPANY, "invitationToken", TOKEN, "validUntil", LATER);
            case TEAM_INVITATION_UNDELIVERABLE -> Map.of("email", "ana@bakery.example", "company", COMPANY);
            case MEMBER_REMOVED -> Map.of("company", COMPANY);
            case OWNERSHIP_RECEIVED -> Map.of("company", COMPANY, "former", "Bruno Baker");
            case OWNERSHIP_TRANSFERRED -> Map.of("company", COMPANY, "owner", "Bruno Baker");
            case INVITATION_UNDELIVERABLE ->
                Map.of("email", "ana@bakery.example", "space", "Bakery & Söhne", "path", "/spaces/" + CASE);
            case RESELLER_RESUMED, OFFBOARDING_WITHDRAWN, OFFBOARDING_NOT_CONFIRMED, RESELLER_ARCHIVED ->
                Map.of("company", COMPANY);
            case OFFBOARDING_STARTED -> Map.of("company", COMPANY, "endsAt", LATER, "byReseller", true);
            case OFFBOARDING_REMINDER -> Map.of("company", COMPANY, "endsAt", LATER, "byReseller", false);
            case NEW_APPLICATIONS ->
                Map.of(
                        "applications",
                        List.of(
                                Map.of("company", COMPANY, "taskId", TASK, "dueAt", SOON),
                                Map.of("company", "Bolt & Söhne", "taskId", CASE, "dueAt", LATER)));
            case REVIEW_REMINDER, REVIEW_OVERDUE, ANSWER_RECEIVED ->
                Map.of("company", COMPANY, "taskId", TASK, "dueAt", SOON);
            case TASK_REMINDER, TASK_ESCALATION ->
                Map.of("company", COMPANY, "task", "Call the reseller", "taskId", TASK, "dueAt", SOON);
            case DECISION_OVERTAKEN ->
                Map.of(
                        "company", COMPANY,
                        "task", "Review application",
                        "taskId", TASK,
                        "yourDecision", "Approve",
                        "decision", "Reject",
                        "decidedBy", "Rita Reviewer");
            case DECISION_VOID ->
                Map.of("company", COMPANY, "task", "Call the reseller", "taskId", TASK, "yourDecision", "Close");
            case TEAM_ONBOARDING_CANCELLED ->
                Map.of("company", COMPANY, "applicationId", CASE, "cancelledBy", "Ada Example");
            case TEAM_ONBOARDING_CLOSED ->
                Map.of("company", COMPANY, "applicationId", CASE, "reason", "No domain was chosen within 90 days.");
        };
    }
}
