package io.rocketbots.onboarding.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each mail is compared with files in {@code src/test/resources/mails}. After a change of words run with
 * {@code -Dmails.write} and read the difference.
 */
class MailRenderingTest {

    private static final Path FILES = Path.of("src/test/resources/mails");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final MailRendering rendering = new MailRendering(EveryMail.TERMS);

    @ParameterizedTest
    @EnumSource(MailTemplate.class)
    void saysWhatItsFilesSay(MailTemplate template) {
        OutgoingMail mail = render(template);

        compare(template.id() + ".html", mail.html());
        compare(template.id() + ".txt", "Subject: " + mail.subject() + "\n\n" + mail.text());
    }

    @ParameterizedTest
    @EnumSource(MailTemplate.class)
    void leadsOnlyToTheHostOfItsBrand(MailTemplate template) {
        MailBrand brand = EveryMail.brandOf(template);
        String base = brand == null ? "https://rocketbots.example" : "https://chat.acme.example";

        assertThat(Pattern.compile("(?:href|src)=\"(?!mailto:)([^\"]*)\"")
                        .matcher(render(template).html())
                        .results()
                        .map(link -> link.group(1)))
                .allMatch(link -> link.startsWith(base + "/"));
    }

    /** What an applicant typed has no field in them; the team's words, dates and tokens have. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "APPLICATION_.*",
                "INFORMATION_.*",
                "WELCOME.*",
                "ACTIVATION_.*",
                "ONBOARDING_CLOSED",
                "ONBOARDING_CANCELLED_BY_TEAM"
            },
            mode = EnumSource.Mode.MATCH_ANY)
    void tellsAnAddressThatNobodyHasProvenNothingThatAStrangerTyped(MailTemplate template) {
        assertThat(template.fields())
                .isSubsetOf(
                        "progressToken",
                        "reviewedBy",
                        "question",
                        "answered",
                        "answerBy",
                        "reason",
                        "message",
                        "activationToken",
                        "validUntil");
    }

    @Test
    void namesNoSupplierInTheBrandOfAReseller() {
        Stream.of(
                        MailTemplate.PLATFORM_LIVE,
                        MailTemplate.PASSWORD_RESET,
                        MailTemplate.PASSWORD_CHANGED,
                        MailTemplate.INVITATION,
                        MailTemplate.INVITATION_REMINDER,
                        MailTemplate.INVITATION_UNDELIVERABLE)
                .map(template ->
                        rendering.render(ID, template, EveryMail.ADA, EveryMail.ACME, EveryMail.fieldsOf(template)))
                .forEach(mail -> assertThat(mail.toString()).doesNotContainIgnoringCase("rocketbots"));
    }

    @Test
    void comesFromTheBrandAtTheNeutralDomainAndIsAnsweredByItsSupport() {
        OutgoingMail mail = render(MailTemplate.PLATFORM_LIVE);

        assertThat(mail.fromName()).isEqualTo("Acme Chat");
        assertThat(mail.fromAddress()).isEqualTo("no-reply@mail.platform-post.example");
        assertThat(mail.replyTo()).isEqualTo("help@acme.example");
        assertThat(mail.messageId()).isEqualTo("<" + ID + "@mail.platform-post.example>");
    }

    @Test
    void letsNoNameAddAHeader() {
        MailBrand forged = new MailBrand(
                "Acme\r\nBcc: everybody@victim.example",
                "#7A1FA2",
                "#FFFFFF",
                null,
                "help@acme.example",
                URI.create("https://chat.acme.example"));

        OutgoingMail mail = rendering.render(
                ID,
                MailTemplate.PLATFORM_LIVE,
                new Addressee("Ada\nSubject: forged", "ada@acme.example"),
                forged,
                EveryMail.fieldsOf(MailTemplate.PLATFORM_LIVE));

        assertThat(mail.fromName()).isEqualTo("Acme Bcc: everybody@victim.example");
        assertThat(mail.toName()).isEqualTo("Ada Subject: forged");
    }

    @Test
    void keepsASubjectOnOneLine() {
        OutgoingMail mail = rendering.render(
                ID,
                MailTemplate.REVIEW_REMINDER,
                EveryMail.ADA,
                null,
                Map.of("company", "Acme\r\nBcc: x@victim.example", "taskId", "1", "dueAt", "soon"));

        assertThat(mail.subject()).isEqualTo("Decide soon: Acme Bcc: x@victim.example");
        assertThat(mail.text()).startsWith("Hello Ada Example,");
    }

    @Test
    void asksForNoAnswerThatIsThereAlready() {
        Map<String, Object> fields = new HashMap<>(EveryMail.fieldsOf(MailTemplate.INFORMATION_REQUESTED));
        fields.put("answered", true);

        OutgoingMail mail = rendering.render(ID, MailTemplate.INFORMATION_REQUESTED, EveryMail.ADA, null, fields);

        assertThat(mail.text())
                .contains("How many of your customers would start with you?", "View Your Application")
                .doesNotContain("Please answer", "Answer Now");
    }

    @Test
    void escapesWhatPeopleWrote() {
        OutgoingMail mail = render(MailTemplate.APPLICATION_REJECTED);

        assertThat(mail.html()).contains("&lt;your&gt; region &amp; have");
        assertThat(mail.text()).contains("<your> region & have");
    }

    @Test
    void refusesFieldsThatItsTemplateDoesNotHave() {
        assertThatThrownBy(() -> rendering.render(
                        ID, MailTemplate.PLATFORM_LIVE, EveryMail.ADA, null, Map.of("company", "Acme")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("platform-live");
    }

    private OutgoingMail render(MailTemplate template) {
        return rendering.render(
                ID, template, readerOf(template), EveryMail.brandOf(template), EveryMail.fieldsOf(template));
    }

    /** As in life, nobody is greeted by a name that somebody else may have typed. */
    private static Addressee readerOf(MailTemplate template) {
        return switch (template) {
            case WELCOME, ACTIVATION_REMINDER, ACTIVATION_LINK -> EveryMail.NOBODY_PROVEN;
            default -> template.audience() == MailTemplate.Audience.APPLICANT ? EveryMail.NOBODY_PROVEN : EveryMail.ADA;
        };
    }

    private static void compare(String name, String written) {
        Path file = FILES.resolve(name);
        @Nullable String update = System.getProperty("mails.write");
        try {
            if (update != null) {
                Files.createDirectories(FILES);
                Files.writeString(file, written);
            }
            assertThat(written).isEqualTo(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
