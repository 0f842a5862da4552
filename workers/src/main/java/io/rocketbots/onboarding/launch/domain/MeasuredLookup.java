package io.rocketbots.onboarding.launch.domain;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Measures how long each look at a domain takes, by what it came to. */
@Component
@Primary
class MeasuredLookup implements DnsLookup {

    private final AuthoritativeLookup lookup;
    private final MeterRegistry meters;
    private final Timer resolverDown;

    MeasuredLookup(AuthoritativeLookup lookup, MeterRegistry meters) {
        this.lookup = lookup;
        this.meters = meters;
        this.resolverDown = timer("resolver_down");
    }

    @Override
    public Sighting look(DomainName name, DomainName target) {
        Timer.Sample sample = Timer.start(meters);
        try {
            Sighting sighting = lookup.look(name, target);
            sample.stop(timer(resultOf(sighting.reply())));
            return sighting;
        } catch (ResolverDown down) {
            sample.stop(resolverDown);
            throw down;
        }
    }

    private static String resultOf(Sighting.Reply reply) {
        return switch (reply) {
            case Sighting.Cname cname -> "cname";
            case Sighting.NoCname none -> "no_cname";
            case Sighting.NotAnswered silence -> "not_answered";
        };
    }

    private Timer timer(String result) {
        return Timer.builder("onboarding.dns.lookup")
                .description("Looks at the records of a domain, with all the questions that one takes")
                .tag("result", result)
                .register(meters);
    }
}
