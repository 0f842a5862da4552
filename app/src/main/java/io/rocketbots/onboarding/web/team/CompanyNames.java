package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names the companies of cases, so that each link to a case says whose it is. */
@Component
class CompanyNames {

    private final Applications applications;

    CompanyNames(Applications applications) {
        this.applications = applications;
    }

    /** By the ids of the cases, as texts; what is no case is left out. */
    Map<String, String> of(Stream<@Nullable ApplicationId> cases) {
        Map<String, String> names = new HashMap<>();
        applications
                .findAllById(cases.filter(Objects::nonNull).distinct().toList())
                .forEach(application -> names.put(
                        application.id().value().toString(),
                        application.company().companyName()));
        return names;
    }
}
