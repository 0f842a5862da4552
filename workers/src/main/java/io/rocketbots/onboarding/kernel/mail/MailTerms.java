package io.rocketbots.onboarding.kernel.mail;

import java.net.URI;
import java.time.Duration;

/**
 * How mails are sent, from configuration.
 *
 * @param baseUrl the Rocketbots host, where links in Rocketbots mails lead
 * @param neutralDomain the domain of senders and Message-IDs; it names nobody
 * @param supportAddress where answers to Rocketbots mails go
 * @param gatherFor a person gets a gathered mail, such as the one about new applications, at most once in this time
 * @param poll how often the dispatcher looks by itself, in case that it was not woken
 * @param lease how long one try may take before another node takes the mail over; longer than all timeouts of SMTP
 * @param firstRetry the pause after the first failed try; it doubles with each further one
 * @param longestRetry where the doubling ends
 */
public record MailTerms(
        URI baseUrl,
        String neutralDomain,
        String supportAddress,
        Duration gatherFor,
        Duration poll,
        Duration lease,
        Duration firstRetry,
        Duration longestRetry) {}
