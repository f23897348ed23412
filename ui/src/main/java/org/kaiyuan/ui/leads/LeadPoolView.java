package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadQuestion;

/** The pool (公海): the list of what nobody owns. */
@Route("leads/pool")
@RolesAllowed(LeadPermissions.READ)
class LeadPoolView extends Main implements BeforeEnterObserver {
    private static final LeadQuestion POOL =
            LeadQuestion.ALL.with(new LeadFilter.Draft().pool(true).filter());

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(LeadNavigation.LIST, new QueryParameters(POOL.parameters()));
    }
}
