package io.rocketbots.onboarding.customer.contact;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What imports of contacts may need, from configuration.
 *
 * @param importSize how large a file may be
 * @param importLines how many contacts it may name
 * @param lease after which time without progress another node takes an import over
 * @param poll how often a node looks for imports by itself, in case that it was not woken
 */
public record ContactTerms(DataSize importSize, int importLines, Duration lease, Duration poll) {}
