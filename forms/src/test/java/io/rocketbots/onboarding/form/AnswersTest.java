package io.rocketbots.onboarding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of the forms that people really fill in. */
class AnswersTest {

    private static final Form APPLICATION = Form.named("reseller-application");
    private static final Form REVIEW = Form.named("review-application").without("addMessage", "decidedBy");
    private static final Form DUPLICATE =
            Form.named("resolve-duplicate-account").without("decidedBy");
    private static final Form INTRODUCTION = Form.named("introduce-yourself").without("decidedBy");

    @Test
    void takesACompleteApplication() {
        Answers answers = APPLICATION.answer(applicationWith("email", " anna@acme.example "));

        assertThat(answers.errors()).isEmpty();
        assertThat(answers.required("email")).isEqualTo("anna@acme.example");
        assertThat(answers.wholeNumber("expectedSpaces")).isEqualTo(25);
        assertThat(answers.values()).containsEntry("consent", true);
    }

    @Test
    void asksForEverythingThatIsRequiredInTheOrderOfTheForm() {
        Answers answers = APPLICATION.answer(Map.of());

        assertThat(answers.errors().keySet())
                .containsExactly(
                        "companyName", "contactName", "email", "country", "expectedSpaces", "offer", "consent");
        assertThat(answers.errors())
                .containsEntry("email", "Enter your email address, for example name@company.example.");
    }

    @Test
    void refusesAnEmailAddressWithoutADomainOfTwoParts() {
        assertThat(APPLICATION.answer(applicationWith("email", "anna@acme")).errors())
                .containsOnlyKeys("email");
    }

    @Test
    void refusesACountryThatIsNotInTheList() {
        assertThat(APPLICATION.answer(applicationWith("country", "XX")).errors())
                .containsOnlyKeys("country");
    }

    @Test
    void takesAWebsiteAsPeopleWriteIt() {
        assertThat(APPLICATION
                        .answer(applicationWith("website", "acme.example"))
                        .isValid())
                .isTrue();
        assertThat(APPLICATION.answer(applicationWith("website", "")).isValid()).isTrue();
        assertThat(APPLICATION
                        .answer(applicationWith("website", "https://www.acme.example/shop?a=b"))
                        .isValid())
                .isTrue();
        assertThat(APPLICATION
                        .answer(applicationWith("website", "http://shop.localhost:8080"))
                        .isValid())
                .isTrue();
    }

    @Test
    void refusesAWebsiteThatIsNone() {
        assertThat(APPLICATION
                        .answer(applicationWith("website", "we have none"))
                        .errors())
                .containsOnlyKeys("website");
        assertThat(APPLICATION
                        .answer(applicationWith("website", "javascript:alert(1)"))
                        .errors())
                .containsOnlyKeys("website");
    }

    @Test
    void takesAnApprovalWithAndWithoutAMessage() {
        Answers without = REVIEW.answer(Map.of("decision", List.of("approve"), "message", List.of("  ")));
        Answers with = REVIEW.answer(Map.of("decision", List.of("approve"), "message", List.of("Welcome!")));

        assertThat(without.isValid()).isTrue();
        assertThat(without.text("message")).isNull();
        assertThat(with.isValid()).isTrue();
        assertThat(with.text("message")).isEqualTo("Welcome!");
    }

    @Test
    void asksForAMessageWithARejection() {
        assertThat(REVIEW.answer(Map.of("decision", List.of("reject"))).errors())
                .containsOnlyKeys("message");
        assertThat(REVIEW.answer(Map.of("decision", List.of("reject"), "message", List.of("No.")))
                        .isValid())
                .isTrue();
    }

    @Test
    void asksForAMessageWithARequestForInformation() {
        assertThat(REVIEW.answer(Map.of("decision", List.of("request-information")))
                        .errors())
                .containsOnlyKeys("message");
    }

    @Test
    void asksForAnotherEmailOnlyWhenItIsUsed() {
        assertThat(DUPLICATE
                        .answer(Map.of("decision", List.of("use-another-email")))
                        .errors())
                .containsOnlyKeys("email");
        assertThat(DUPLICATE
                        .answer(Map.of("decision", List.of("link-existing-account")))
                        .errors())
                .isEmpty();
        assertThat(DUPLICATE.answer(Map.of("decision", List.of("reject"))).errors())
                .containsOnlyKeys("message");
    }

    @Test
    void dropsWhatStandsInAFieldThatDoesNotApply() {
        Answers answers = DUPLICATE.answer(
                Map.of("decision", List.of("link-existing-account"), "email", List.of("anna@acme.example")));

        assertThat(answers.values()).containsOnlyKeys("decision");
        assertThat(answers.typed()).containsEntry("email", List.of("anna@acme.example"));
    }

    @Test
    void takesAPhoneNumberOrABookingLink() {
        assertThat(INTRODUCTION.answer(introductionWith("+49 30 1234567")).isValid())
                .isTrue();
        assertThat(INTRODUCTION
                        .answer(introductionWith("https://booking.example/anna"))
                        .isValid())
                .isTrue();
        assertThat(INTRODUCTION.answer(introductionWith("")).isValid()).isTrue();
        assertThat(INTRODUCTION.answer(introductionWith("ask me")).errors()).containsOnlyKeys("contactLink");
    }

    private static Map<String, List<String>> introductionWith(String contactLink) {
        return Map.of(
                "contactPerson",
                List.of("Anna Becker"),
                "contactEmail",
                List.of("anna@rocketbots.example"),
                "contactLink",
                List.of(contactLink));
    }

    private static Map<String, List<String>> applicationWith(String key, String value) {
        Map<String, List<String>> posted = new HashMap<>(Map.of(
                "companyName", List.of("Acme"),
                "website", List.of("https://acme.example"),
                "contactName", List.of("Anna Becker"),
                "email", List.of("anna@acme.example"),
                "country", List.of("DE"),
                "expectedSpaces", List.of("25"),
                "offer", List.of("Chat for dentists."),
                "consent", List.of("true")));
        posted.put(key, List.of(value));
        return posted;
    }
}
