package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.EnumMap;
import java.util.Map;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadStage;

/** Where a card is to go, for who does not drag. */
class StageChooser extends Dialog {
    final Map<LeadStage, Button> choices = new EnumMap<>(LeadStage.class);

    StageChooser(LeadRow lead, StageWords stages, SerializableConsumer<LeadStage> chosen) {
        setHeaderTitle(getTranslation("ui.leads.list.move"));
        var project = new Paragraph(lead.projectName());
        project.addClassName("sub");
        var list = new Div();
        list.addClassName("stage-choices");
        for (var stage : stages.shown()) {
            var button =
                    new Button(
                            stages.of(stage),
                            click -> {
                                close();
                                chosen.accept(stage);
                            });
            button.setEnabled(stage != lead.stage());
            if (stage == lead.stage()) {
                button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            }
            choices.put(stage, button);
            list.add(button);
        }
        add(project, list);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()));
    }
}
