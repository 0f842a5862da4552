package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers the proxy's question whether it may get a certificate for a name (<a
 * href="https://caddyserver.com/docs/automatic-https#on-demand-tls">on-demand TLS</a>): one indexed look-up, no DNS. It is
 * reachable on the internal connector only, since it tells who the customers are.
 */
@RestController
class TlsPermissionController {

    private final LiveDomains liveDomains;

    TlsPermissionController(LiveDomains liveDomains) {
        this.liveDomains = liveDomains;
    }

    @GetMapping("/internal/tls/allow")
    ResponseEntity<Void> allow(@RequestParam(defaultValue = "") String domain) {
        String name = domain.toLowerCase(Locale.ROOT);
        boolean needed = liveDomains.ownerOf(name).isPresent()
                || liveDomains.redirectOf(name).isPresent();
        return ResponseEntity.status(needed ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .build();
    }
}
