package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.portal.PortalPermissions;
import org.kaiyuan.services.ColleagueRight;
import org.kaiyuan.services.PortalToDo;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.shell.PortalShell;

/** 消息: what waits for the enterprise, and what it was told. */
@Route(value = PortalServiceNavigation.INBOX, layout = PortalShell.class)
@RolesAllowed(PortalPermissions.ENTER)
class PortalInboxView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final transient PortalServiceDoors doors;

    PortalInboxView(PortalServiceDoors doors) {
        this.doors = doors;
        addClassName("portal-services");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var standing = PortalStanding.at(doors.enterprises(), event.getLocation());
        var enterprise = standing.enterprise().orElse(null);
        add(new H1(word(this, "inbox")));
        if (enterprise == null) {
            add(new EmptyState(Glyph.Of.BUILDING, word(this, "begin.nobody")));
            return;
        }
        add(standing.choice(event.getLocation()));
        if (!doors.rights().mine(enterprise).contains(ColleagueRight.SEE)) {
            add(new EmptyState(Glyph.Of.EYE, word(this, "cases.noRight")));
            return;
        }
        var all = doors.inbox().of(enterprise);
        var todo = all.stream().filter(PortalToDo::todo).toList();
        var told = all.stream().filter(item -> !item.todo()).toList();
        if (all.isEmpty()) {
            add(new EmptyState(Glyph.Of.BELL, word(this, "inbox.none")));
        }
        if (!todo.isEmpty()) {
            add(new H2(word(this, "todo")), new PortalInboxPane(doors, todo));
        }
        if (!told.isEmpty()) {
            add(new H2(word(this, "told")), new PortalInboxPane(doors, told));
        }
    }

    @Override
    public String getPageTitle() {
        return word(this, "inbox") + " · " + getTranslation("ui.portal.product");
    }
}
