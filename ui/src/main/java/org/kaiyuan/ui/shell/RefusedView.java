package org.kaiyuan.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;

/** A page that could not be opened, and why. */
@ParentLayout(Shell.class)
@AnonymousAllowed
class RefusedView extends Main implements HasErrorParameter<Refusal>, HasDynamicTitle {
    private final transient Messages messages;

    RefusedView(Messages messages) {
        this.messages = messages;
        setSizeFull();
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> parameter) {
        var refusal = parameter.getException();
        add(
                new EmptyState(
                        Glyph.Of.WARNING,
                        messages.text(getLocale(), refusal),
                        new RouterLink(getTranslation("ui.to-start"), HomeView.class)));
        return refusal.kind() == Refusal.Kind.NOT_THERE
                ? HttpServletResponse.SC_NOT_FOUND
                : HttpServletResponse.SC_CONFLICT;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.product");
    }
}
