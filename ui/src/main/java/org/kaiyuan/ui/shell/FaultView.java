package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.kaiyuan.platform.refusal.Incident;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;

/** A fault of ours while a page opened: its number, and nothing of its inside. */
@AnonymousAllowed
class FaultView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {
    FaultView() {
        setSizeFull();
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var incident = Incident.of(parameter.getException());
        add(
                new EmptyState(
                        Glyph.Of.WARNING,
                        getTranslation("ui.fault", incident.number()),
                        new RouterLink(getTranslation("ui.to-start"), HomeView.class)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.fault.title") + " · " + getTranslation("ui.product");
    }
}
