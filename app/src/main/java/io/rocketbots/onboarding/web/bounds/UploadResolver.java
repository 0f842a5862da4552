package io.rocketbots.onboarding.web.bounds;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/** Takes uploads apart for every page but that of an error, which would fail again over what was refused just now. */
@Component(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
class UploadResolver extends StandardServletMultipartResolver {

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
    }
}
