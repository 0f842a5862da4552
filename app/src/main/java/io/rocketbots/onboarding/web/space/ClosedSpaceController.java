package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Tells a member that the Space they came to is suspended. */
@Controller
class ClosedSpaceController {

    static final String PATH = "/spaces/suspended";
    static final String SPACE = "io.rocketbots.onboarding.web.space.suspended";

    @RequestMapping(PATH)
    ModelAndView suspended(@RequestAttribute(name = SPACE, required = false) @Nullable Space space, Model model) {
        if (space == null) {
            throw new NoReseller();
        }
        model.addAttribute("space", space);
        return new ModelAndView("space/suspended", HttpStatus.FORBIDDEN);
    }
}
