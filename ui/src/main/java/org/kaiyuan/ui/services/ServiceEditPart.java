package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.ServiceNote;

/** What stands behind one tab of the editor. */
abstract class ServiceEditPart extends Div {
    final transient ServiceCatalogueDoors doors;
    private final Div told = new Div();

    ServiceEditPart(ServiceCatalogueDoors doors) {
        this.doors = doors;
        addClassName("service-part");
        told.addClassName("service-told");
        told.getElement().setAttribute("role", "alert");
        told.setVisible(false);
        add(told);
    }

    abstract void show(ServiceNote note);

    /** Says what is wrong here; none takes away what was said before. */
    void mark(List<FieldFault> faults, ServiceFaultWords words) {
        tell(faults, words);
    }

    /** What is not said at a line or a field. */
    final void tell(List<FieldFault> faults, ServiceFaultWords words) {
        told.removeAll();
        told.setVisible(!faults.isEmpty());
        var list = new UnorderedList();
        faults.forEach(fault -> list.add(new ListItem(words.whole(fault))));
        told.add(list);
    }

    /** Says at each of the lines what is wrong with it, and the rest above. */
    final void mark(
            ServiceLines<?> lines,
            String list,
            List<FieldFault> faults,
            ServiceFaultWords words,
            List<FieldFault> rest) {
        var said = new ArrayList<List<String>>();
        for (int i = 0; i < lines.value().size(); i++) {
            var own = ServiceFaultWords.of(faults, list + "[" + i + "]");
            rest.removeAll(own);
            said.add(own.stream().map(words::whole).toList());
        }
        lines.mark(said);
    }

    final String word(String key) {
        return getTranslation("ui.services.catalogue." + key);
    }
}
