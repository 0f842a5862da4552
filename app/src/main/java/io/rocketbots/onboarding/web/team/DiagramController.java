package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.process.ProcessId;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the models of this release to the page that draws them. */
@Controller
class DiagramController {

    @GetMapping("/team/diagrams/{process}")
    ResponseEntity<Resource> model(@PathVariable String process) {
        ProcessId known = ProcessId.find(process).orElseThrow(NothingHere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new ClassPathResource(known.id() + ".bpmn"));
    }
}
