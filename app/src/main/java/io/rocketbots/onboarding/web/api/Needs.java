package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key must be allowed to do for a call: all of it. Every call says it; one for every key names nothing. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Needs {

    ApiScope[] value();
}
