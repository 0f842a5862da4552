package io.rocketbots.onboarding.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.join.ParentJoinPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.node.NodeValidationException;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * OpenSearch with just the modules that Operate and Tasklist use; local mode runs it as a process of its own. Its
 * arguments are OpenSearch's settings, as {@code name=value}.
 */
public final class SearchNode extends Node {

    private SearchNode(Settings settings) {
        super(
                InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "local"),
                List.of(
                        CommonAnalysisPlugin.class,
                        IndexStateManagement.class,
                        Netty4Plugin.class,
                        PainlessPlugin.class,
                        ParentJoinPlugin.class,
                        ReindexPlugin.class),
                true);
    }

    /**
     * Tasklist sets one setting of the plugin of that name, which OpenSearch refuses unless somebody knows it. Nothing
     * is managed: what is deleted when is up to whoever deletes the data directory.
     */
    public static final class IndexStateManagement extends Plugin {
        @Override
        public List<Setting<?>> getSettings() {
            return List.of(Setting.simpleString(
                    "index.plugins.index_state_management.policy_id",
                    Setting.Property.IndexScope,
                    Setting.Property.Dynamic));
        }
    }

    public static void main(String[] arguments) throws NodeValidationException, InterruptedException {
        Settings.Builder settings = Settings.builder();
        for (String argument : arguments) {
            String[] nameAndValue = argument.split("=", 2);
            settings.put(nameAndValue[0], nameAndValue[1]);
        }
        SearchNode node = new SearchNode(settings.build());
        Runtime.getRuntime().addShutdownHook(new Thread(node::closeQuietly));
        node.start();
        // All threads of the node are daemons.
        Thread.currentThread().join();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // Whatever was acknowledged stands in its log and is read at the next start.
            System.err.println("OpenSearch could not be closed: " + e);
        }
    }
}
