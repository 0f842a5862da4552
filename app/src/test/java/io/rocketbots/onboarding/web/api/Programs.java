package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes keys for the programs that tests of the API speak of. */
@TestComponent
class Programs {

    private final CreateApiKey createApiKey;

    Programs(CreateApiKey createApiKey) {
        this.createApiKey = createApiKey;
    }

    /** A new key that may do all that. */
    String keyOf(Reseller reseller, ApiScope... scopes) {
        CreateApiKey.Result made =
                createApiKey.create(reseller, "Billing", Set.of(scopes), reseller.accountId(), "Ada Applicant");
        return ((CreateApiKey.Result.Created) made).secret();
    }

    /** Calls with a new key that may do all that. */
    RequestPostProcessor of(Reseller reseller, ApiScope... scopes) {
        return with(keyOf(reseller, scopes));
    }

    static RequestPostProcessor with(String key) {
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
            return request;
        };
    }
}
