"""A serving process loads Rasa without TensorFlow, and says so when something needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = "from bot.engine import without_tensorflow as w; w.install()\n"


def in_new_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", INSTALLED + code],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "RASA_TELEMETRY_ENABLED": "false"},
        capture_output=True,
        text=True,
        check=False,
    )


def printed(code: str) -> str:
    done = in_new_process(code)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def test_rasas_server_loads_and_tensorflow_does_not():
    # A file name proves that a module came from the disk.
    assert (
        printed(
            "import sys, rasa.__main__, rasa.core.run\n"
            "roots = [m for n, m in sys.modules.items() if n.split('.')[0] in w.ROOTS]\n"
            "print([m for m in roots if getattr(m, '__file__', None)])"
        )
        == "[]"
    )


def test_every_rasa_module_that_names_tensorflow_can_still_be_imported():
    printed(
        "import rasa.utils.tensorflow.models, rasa.utils.tensorflow.transformer\n"
        "import rasa.nlu.classifiers.diet_classifier, rasa.core.policies.ted_policy\n"
        "import rasa.nlu.selectors.response_selector\n"
    )


def test_spacy_does_not_believe_that_tensorflow_is_there():
    assert printed("import thinc.compat; print(thinc.compat.has_tensorflow)") == "False"


def test_using_it_fails_with_what_to_do():
    done = in_new_process("import tensorflow as tf; tf.constant(1)")
    assert done.returncode != 0
    assert "tensorflow.constant is niet geladen" in done.stderr
    assert "ENGINE_TENSORFLOW=1" in done.stderr


def test_a_class_built_on_it_cannot_be_made():
    done = in_new_process("import tensorflow as tf\nclass L(tf.keras.layers.Layer): ...\nL()")
    assert "TensorFlowIsAbsent" in done.stderr


def test_decorators_leave_what_they_decorate():
    code = "import tensorflow as tf\n@tf.function\ndef f(): return 7\nprint(f())"
    assert printed(code) == "7"


def test_installing_after_tensorflow_is_refused():
    code = "import sys, types; sys.modules['keras'] = types.ModuleType('keras'); w.install()"
    assert "already loaded" in in_new_process(code).stderr
