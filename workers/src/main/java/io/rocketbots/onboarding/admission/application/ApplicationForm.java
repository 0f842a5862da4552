package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.form.Field;
import io.rocketbots.onboarding.form.Form;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The form that companies apply with; it also says how the countries are called. */
@Component
public class ApplicationForm {

    private final Form form = Form.named("reseller-application");
    private final Map<String, String> countries = form.field("country").options().stream()
            .collect(Collectors.toUnmodifiableMap(Field.Option::value, Field.Option::label));

    public Form form() {
        return form;
    }

    /** The country's name; the code itself when the form does not offer it any more. */
    public String countryNamed(String code) {
        return countries.getOrDefault(code, code);
    }
}
