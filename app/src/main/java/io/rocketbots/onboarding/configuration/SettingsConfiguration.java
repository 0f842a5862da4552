package io.rocketbots.onboarding.configuration;

import io.rocketbots.onboarding.application.CaseLinks;
import io.rocketbots.onboarding.application.OnboardingWaits;
import io.rocketbots.onboarding.application.ProgressLinks;
import io.rocketbots.onboarding.contact.ContactTerms;
import io.rocketbots.onboarding.domain.DnsSettings;
import io.rocketbots.onboarding.domain.DomainLinks;
import io.rocketbots.onboarding.domain.DomainProofs;
import io.rocketbots.onboarding.domain.DomainTerms;
import io.rocketbots.onboarding.engine.EngineSettings;
import io.rocketbots.onboarding.introduction.IntroductionTerms;
import io.rocketbots.onboarding.introduction.WorkingCalendar;
import io.rocketbots.onboarding.invitation.InvitationTerms;
import io.rocketbots.onboarding.mail.MailTerms;
import io.rocketbots.onboarding.offboarding.OffboardingTerms;
import io.rocketbots.onboarding.platform.RocketbotsAddress;
import io.rocketbots.onboarding.review.ReviewTerms;
import io.rocketbots.onboarding.space.SpaceTerms;
import io.rocketbots.onboarding.task.TaskTerms;
import io.rocketbots.onboarding.web.security.RateLimitSettings;
import io.rocketbots.onboarding.web.team.TeamLinks;
import io.rocketbots.onboarding.webhook.WebhookSecrets;
import io.rocketbots.onboarding.webhook.WebhookTerms;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands each part of the settings to the feature that needs it, and the time and randomness to all. */
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
    RateLimitSettings rateLimitSettings(Settings settings) {
        return settings.rateLimits();
    }

    @Bean
    EngineSettings engineSettings(Settings settings) {
        return settings.engine();
    }

    @Bean
    ReviewTerms reviewTerms(Settings settings) {
        return settings.review();
    }

    @Bean
    TaskTerms taskTerms(Settings settings) {
        return settings.tasks();
    }

    @Bean
    IntroductionTerms introductionTerms(Settings settings) {
        return settings.introduction();
    }

    @Bean
    WorkingCalendar workingCalendar(Settings settings) {
        return settings.calendar();
    }

    @Bean
    TeamLinks teamLinks(Settings settings) {
        return settings.links();
    }

    @Bean
    OnboardingWaits onboardingWaits(Settings settings) {
        return settings.waits();
    }

    @Bean
    CaseLinks caseLinks(Settings settings) {
        return new CaseLinks(settings.baseUrl());
    }

    @Bean
    ProgressLinks progressLinks(Settings settings) {
        return new ProgressLinks(settings.secret(), settings.baseUrl());
    }

    @Bean
    DomainTerms domainTerms(Settings settings) {
        return settings.domain();
    }

    @Bean
    DnsSettings dnsSettings(Settings settings) {
        return settings.dns();
    }

    @Bean
    DomainProofs domainProofs(Settings settings) {
        return new DomainProofs(settings.secret());
    }

    @Bean
    DomainLinks domainLinks(Settings settings) {
        return new DomainLinks(settings.secret());
    }

    @Bean
    OffboardingTerms offboardingTerms(Settings settings) {
        return settings.offboarding();
    }

    @Bean
    SpaceTerms spaceTerms(Settings settings) {
        return settings.space();
    }

    @Bean
    ContactTerms contactTerms(Settings settings) {
        return settings.contacts();
    }

    @Bean
    InvitationTerms invitationTerms(Settings settings) {
        return settings.invitations();
    }

    @Bean
    MailTerms mailTerms(Settings settings) {
        return settings.mail();
    }

    @Bean
    WebhookTerms webhookTerms(Settings settings) {
        return settings.webhooks();
    }

    @Bean
    WebhookSecrets webhookSecrets(Settings settings) {
        return new WebhookSecrets(settings.secret());
    }
}
