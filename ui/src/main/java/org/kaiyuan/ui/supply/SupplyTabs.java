package org.kaiyuan.ui.supply;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableRunnable;
import org.kaiyuan.plots.PlotDetails;
import org.kaiyuan.ui.plots.PlotTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What a plot's page tells of its supply. */
@Configuration(proxyBeanMethods = false)
class SupplyTabs {
    @Bean
    @Order(10)
    PlotTab contractTab(SupplyDoors doors) {
        return new Tab("contract", doors, ContractPanel::new);
    }

    @Bean
    @Order(11)
    PlotTab constructionTab(SupplyDoors doors) {
        return new Tab("construction", doors, ConstructionPanel::new);
    }

    @Bean
    @Order(12)
    PlotTab verificationTab(SupplyDoors doors) {
        return new Tab("verification", doors, VerificationPanel::new);
    }

    private interface Panel {
        Component of(SupplyDoors doors, PlotDetails plot, SerializableRunnable changed);
    }

    private record Tab(String key, SupplyDoors doors, Panel panel) implements PlotTab {
        @Override
        public String titleKey() {
            return "ui.supply.tab." + key;
        }

        @Override
        public Component of(PlotDetails plot, SerializableRunnable changed) {
            return panel.of(doors, plot, changed);
        }
    }
}
