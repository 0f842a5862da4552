package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.net.URI;

/** Links to a case on the team's pages, as Operate and Tasklist show them. */
public record CaseLinks(URI baseUrl) {

    public URI linkFor(ApplicationId application) {
        return baseUrl.resolve("/team/applications/" + application.value());
    }
}
