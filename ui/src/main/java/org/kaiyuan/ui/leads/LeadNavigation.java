package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import org.kaiyuan.leads.LeadFilter;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadOrder;
import org.kaiyuan.leads.LeadQuestion;

/** The ways to the pages of investment promotion. */
public final class LeadNavigation {
    static final String LIST = "leads";
    static final String BOARD = "leads/board";
    static final String FORM = "leads/new";

    private LeadNavigation() {}

    public static void toLead(LeadId id) {
        UI.getCurrent().navigate(lead(id));
    }

    public static void toForm(LeadId id) {
        UI.getCurrent().navigate(form(id));
    }

    public static void toNewLead() {
        UI.getCurrent().navigate(FORM);
    }

    public static void toList(LeadQuestion question) {
        UI.getCurrent()
                .navigate(LIST, new QueryParameters(new LinkedHashMap<>(question.parameters())));
    }

    public static void toBoard(LeadQuestion question) {
        UI.getCurrent()
                .navigate(BOARD, new QueryParameters(new LinkedHashMap<>(question.parameters())));
    }

    /** The address of its page. */
    public static String lead(LeadId id) {
        return "leads/" + id;
    }

    /** The address of the form that changes it. */
    public static String form(LeadId id) {
        return "leads/" + id + "/edit";
    }

    /** The address of the list of what is asked. */
    public static String list(LeadQuestion question) {
        var text = question.text();
        return text.isEmpty() ? LIST : LIST + "?" + text;
    }

    /** The address of the list of what the filter finds, due first. */
    static String dueFirst(LeadFilter filter) {
        return list(new LeadQuestion("", filter, LeadOrder.DUE));
    }
}
