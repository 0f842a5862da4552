package io.rocketbots.onboarding.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.ApplicantAddresses;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.web.WholeApp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class ApplyPageTest {

    private static final String COMPANY = "Quagga Trading";
    private static final String NAME = "Quentin Quagga";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Applications applications;

    @Autowired
    List<MailContent> contents;

    @Autowired
    ApplicantAddresses addresses;

    private final String email = "quentin-" + UUID.randomUUID() + "@quagga.example";
    private int strangers;

    @ParameterizedTest
    @EnumSource(
            names = {"APPLICATION_RECEIVED", "APPLICATION_LINK", "APPLICATION_TAKES_LONGER", "APPLICATION_WITHDRAWN"})
    void whatIsTypedReachesNoMailboxThatNobodyHasProven(MailTemplate template) {
        assertThat(apply(COMPANY, NAME)).hasStatus(HttpStatus.SEE_OTHER);
        Application application = applications.findByOpenEmail(email).orElseThrow();

        Addressee to = addresses.of(application.id()).orElseThrow();
        Map<String, Object> said = contents.stream()
                .filter(content -> content.template() == template)
                .findFirst()
                .orElseThrow()
                .fields(new QueuedMail(
                        UUID.randomUUID(),
                        template,
                        Recipient.applicant(),
                        to,
                        null,
                        List.of(new QueuedMail.Occasion(application.id(), Map.of()))))
                .orElseThrow();

        assertThat(application.company().companyName()).isEqualTo(COMPANY);
        assertThat(to).isEqualTo(new Addressee("", email));
        assertThat(said.toString()).doesNotContain("Quagga", "Quentin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            companyName | Prize: https://evil.example/now   | Leave out web addresses.
            companyName | Visit www.evil.example            | Leave out web addresses.
            companyName | R0cketbots                        | Choose another name
            companyName | Acme\u200BChat                    | Leave out line breaks and other invisible characters.
            contactName | Ada https://evil.example          | Leave out web addresses.
            contactName | Ada at evil.com                   | Leave out web addresses
            contactName | Ada\u202Eelpmaxe                  | Write this in one line, without control characters.
            contactName | Rocketbots Support                | Choose another name
            """)
    void refusesANameThatIsNoneAtItsField(String field, String typed, String fault) {
        boolean company = field.equals("companyName");

        assertThat(company ? apply(typed, NAME) : apply(COMPANY, typed))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains(fault, "value=\"" + typed + "\"", company ? NAME : COMPANY)
                .containsPattern("name=\"" + field + "\"[^>]*aria-invalid=\"true\"");
        assertThat(applications.findByOpenEmail(email)).isEmpty();
    }

    @Test
    void takesNamesOfUpToEightyCharacters() {
        assertThat(apply("q".repeat(81), NAME))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Shorten this to at most 80 characters; it has 81.");
        assertThat(apply(COMPANY, "q".repeat(81))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(apply("q".repeat(80), "q".repeat(80))).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void tellsTheFaultsInTheOrderOfTheForm() {
        assertThat(apply("www.evil.example", "www.evil.example"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .containsSubsequence("Leave out web addresses.", "Leave out web addresses.");
    }

    private MvcTestResult apply(String company, String name) {
        // Each from an address of its own, since an address may apply only so often.
        strangers++;
        return mvc.post()
                .uri("/reseller-program/apply")
                .param("companyName", company)
                .param("contactName", name)
                .param("email", email)
                .param("country", "DE")
                .param("expectedSpaces", "10")
                .param("offer", "Chat for shops")
                .param("consent", "true")
                .with(csrf())
                .with(sent -> {
                    sent.setRemoteAddr("10.7." + (email.hashCode() & 0xff) + "." + strangers);
                    return sent;
                })
                .exchange();
    }
}
