package io.rocketbots.onboarding.configuration;

import io.rocketbots.onboarding.admission.application.CaseLinks;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.integration.webhook.WebhookSecrets;
import io.rocketbots.onboarding.launch.domain.ArrivalTokens;
import io.rocketbots.onboarding.launch.domain.DomainLinks;
import io.rocketbots.onboarding.launch.domain.DomainProofs;
import io.rocketbots.onboarding.tenancy.account.SecondFactorSeal;
import io.rocketbots.onboarding.tenancy.platform.RocketbotsAddress;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is made of several settings, and the time and randomness for all; each part by itself is a bean already. */
@Configuration
class SettingsConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    RocketbotsAddress rocketbotsAddress(Settings settings) {
        return new RocketbotsAddress(settings.baseUrl(), settings.hosts());
    }

    @Bean
    CaseLinks caseLinks(Settings settings) {
        return new CaseLinks(settings.baseUrl());
    }

    @Bean
    SecondFactorSeal secondFactorSeal(Settings settings, SecureRandom random) {
        return new SecondFactorSeal(settings.secret(), random);
    }

    @Bean
    ProgressLinks progressLinks(Settings settings) {
        return new ProgressLinks(settings.secret(), settings.baseUrl());
    }

    @Bean
    DomainProofs domainProofs(Settings settings) {
        return new DomainProofs(settings.secret());
    }

    @Bean
    ArrivalTokens arrivalTokens(Settings settings, SecureRandom random) {
        return new ArrivalTokens(settings.secret(), random);
    }

    @Bean
    DomainLinks domainLinks(Settings settings) {
        return new DomainLinks(settings.secret());
    }

    @Bean
    WebhookSecrets webhookSecrets(Settings settings) {
        return new WebhookSecrets(settings.secret());
    }
}
