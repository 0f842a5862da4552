package io.rocketbots.onboarding.configuration;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the Javadoc of a record says of its components, read from the source with the compiler's own parser. */
final class Comments {

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"), Path.of("../workers/src/main/java"), Path.of("../processes/src/main/java"));

    private final Map<String, String> comments = new HashMap<>();
    private final Set<Class<?>> read = new HashSet<>();

    /** Nothing when nobody has written a {@code @param} there. */
    Optional<String> of(RecordComponent component) {
        Class<?> outermost = component.getDeclaringRecord();
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        if (read.add(outermost)) {
            read(sourceOf(outermost));
        }
        return Optional.ofNullable(comments.get(
                key(component.getDeclaringRecord().getSimpleName(), component.getName()) + outermost.getSimpleName()));
    }

    private static Path sourceOf(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".java";
        return SOURCES.stream()
                .map(root -> root.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no source of " + type + "."));
    }

    private void read(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            DocTrees docs = DocTrees.instance(task);
            String outermost = source.getFileName().toString().replace(".java", "");
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree tree, Void nothing) {
                        DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
                        if (comment != null) {
                            keep(tree.getSimpleName().toString(), comment, outermost);
                        }
                        return super.visitClass(tree, null);
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(String record, DocCommentTree comment, String outermost) {
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                String text =
                        param.getDescription().stream().map(DocTree::toString).collect(Collectors.joining());
                comments.put(key(record, param.getName().toString()) + outermost, inMarkdown(text));
            }
        }
    }

    private static String key(String record, String component) {
        return record + "." + component + " of ";
    }

    private static String inMarkdown(String text) {
        return text.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\{@(?:code|link|literal) ([^}]+)}", "`$1`")
                .replaceAll("\\.$", "")
                .replace("|", "\\|");
    }
}
